#include <iostream>
#include <xercesc/parsers/SAXParser.hpp>
#include <xercesc/sax/HandlerBase.hpp>
#include <xercesc/sax/SAXParseException.hpp>
#include <xercesc/util/PlatformUtils.hpp>
#include <xercesc/util/XMLString.hpp>

using namespace xercesc;

struct Orders : HandlerBase {
    int orders = 0, errors = 0;
    void startElement(const XMLCh* const name, AttributeList&) override {
        char* text = XMLString::transcode(name);
        orders += std::string(text) == "order";
        XMLString::release(&text);
    }
    static void tell(const char* kind, const SAXParseException& e) {
        char *file = XMLString::transcode(e.getSystemId()), *text = XMLString::transcode(e.getMessage());
        std::cerr << kind << " at file " << file << ", line " << e.getLineNumber() << ", char " << e.getColumnNumber() << "\n  Message: " << text << std::endl;
        XMLString::release(&file), XMLString::release(&text);
    }
    void warning(const SAXParseException& e) override { tell("Warning", e); }
    void error(const SAXParseException& e) override { ++errors, tell("Error", e); }
    void fatalError(const SAXParseException& e) override { tell("Fatal Error", e); throw e; }
};

int main(int argc, char** argv) {
    XMLPlatformUtils::Initialize();
    int code = 0;
    for (int i = 1; i < argc && !code; ++i) {
        SAXParser parser;
        Orders orders;
        parser.setValidationScheme(SAXParser::Val_Always);
        parser.setDocumentHandler(&orders);
        parser.setErrorHandler(&orders);
        try {
            parser.parse(argv[i]);
            std::cerr << argv[i] << ": " << orders.orders << " orders, " << orders.errors << " findings" << std::endl;
        } catch (const SAXParseException&) {
            std::cerr << argv[i] << ": given up after " << orders.orders << " orders" << std::endl;
            code = 5;
        }
    }
    XMLPlatformUtils::Terminate();
    return code;
}
