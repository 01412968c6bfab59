"""Makes the data of Northgate Hospitals, an institution that does not exist."""
