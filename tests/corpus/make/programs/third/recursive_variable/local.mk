CFLAGS = $(CFLAGS) -march=native
