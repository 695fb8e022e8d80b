"""A filled docx as pages: preview, print, PDF, pictures. QtGui, no widgets."""
