"""A form and its pages to a presentation that can be edited: Office Open XML, by python-pptx."""
