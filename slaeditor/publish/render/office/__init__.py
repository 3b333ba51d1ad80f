"""What Word documents, workbooks and slides share: packages, pictures of figures, plain words."""
