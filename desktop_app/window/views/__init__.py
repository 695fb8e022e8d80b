"""The steps whose content is more than questions, one file each."""
