"""From a visible project to an edition, and from an edition to every form a reader gets."""
