"""Small PDFs, changed at random by the hundred thousand, and looked at as what strangers send is: `make fuzz`."""
