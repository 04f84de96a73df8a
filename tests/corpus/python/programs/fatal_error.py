import sys


print("this line is never printed")
