"""Document and Pages to bytes: tagged PDF after ISO 32000-1 and PDF/UA-1 (ISO 14289-1), on reportlab's objects."""
