print("count: 3 words")
