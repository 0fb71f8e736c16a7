"""The reading page: layout, place, drawing, what is lit."""
