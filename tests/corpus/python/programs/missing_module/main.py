from app import server

server.run()
