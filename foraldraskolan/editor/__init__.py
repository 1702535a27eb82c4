"""What a careful editor says of the material."""
