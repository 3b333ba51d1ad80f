"""The page of the document: its covers, its looks, its chapters, its revisions."""
