BOOKS = []
