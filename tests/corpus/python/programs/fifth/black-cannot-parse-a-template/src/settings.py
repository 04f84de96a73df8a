HOST = {{ host }}
PORT = 8080
NAMES = ['a',
    'b'
