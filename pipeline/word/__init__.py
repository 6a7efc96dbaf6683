"""Word files (.docx) as pages."""
