#include <Poco/Exception.h>
#include <Poco/Net/HTTPClientSession.h>
#include <Poco/Net/HTTPRequest.h>
#include <Poco/Net/HTTPRequestHandler.h>
#include <Poco/Net/HTTPRequestHandlerFactory.h>
#include <Poco/Net/HTTPResponse.h>
#include <Poco/Net/HTTPServer.h>
#include <Poco/Net/HTTPServerRequest.h>
#include <Poco/Net/HTTPServerResponse.h>
#include <Poco/StreamCopier.h>
#include <iostream>

using namespace Poco::Net;

struct Depth : HTTPRequestHandler {
    void handleRequest(HTTPServerRequest& request, HTTPServerResponse& response) override {
        bool good = request.getURI() == "/depth";
        response.setStatusAndReason(good ? HTTPResponse::HTTP_OK : HTTPResponse::HTTP_INTERNAL_SERVER_ERROR);
        response.send() << (good ? "4.2" : "NullPointerException: gauge");
    }
};
struct Depths : HTTPRequestHandlerFactory {
    HTTPRequestHandler* createRequestHandler(const HTTPServerRequest&) override { return new Depth; }
};

int main() {
    HTTPServer server(new Depths, ServerSocket(SocketAddress("127.0.0.1", 39913)), new HTTPServerParams);
    server.start();
    std::string depth;
    for (auto [port, path] : {std::pair{39911, "/depth"}, {39913, "/level"}, {39913, "/depth"}}) {
        try {
            HTTPClientSession session("127.0.0.1", port);
            HTTPRequest request(HTTPRequest::HTTP_GET, path);
            session.sendRequest(request);
            HTTPResponse response;
            depth.clear();
            Poco::StreamCopier::copyToString(session.receiveResponse(response), depth);
            if (response.getStatus() != HTTPResponse::HTTP_OK)
                throw Poco::IOException("HTTP " + std::to_string(response.getStatus()) + " " + response.getReason(), depth);
            std::cout << "port " << port << path << ": depth " << depth << " m" << std::endl;
        } catch (const Poco::Exception& e) {
            std::cerr << "port " << port << path << ": " << e.displayText() << std::endl;
        }
    }
    server.stop();
    return depth == "4.2" ? 0 : 1;
}
