"""What is run by hand to make the data that visavis ships."""
