#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/xpath.h>
#include <stdio.h>
#include <string.h>

static const char *feeds[] = {
  "<feed><item id='1'>nut &amp; bolt</item><item id='2'>salt</item></feed>",
  "<feed>\n<item id='3'>fish & chips</item>\n<item id=4>peas</item>\n</feed>",
  "<feed><item id='5'>tea<item id='6'>milk</item></feed>",
};

int main(void) {
  int errors = 0, items = 0;
  for (int i = 0; i < 3; i++) {
    xmlResetLastError();
    xmlDocPtr doc = xmlReadMemory(feeds[i], (int)strlen(feeds[i]), "feed.xml", NULL, XML_PARSE_RECOVER);
    const xmlError *last = xmlGetLastError();
    if (last) { errors++; printf("feed %d: recovered, last error %d at line %d\n", i, last->code, last->line); }
    xmlXPathContextPtr context = xmlXPathNewContext(doc);
    xmlXPathObjectPtr found = xmlXPathEvalExpression(BAD_CAST "//item", context);
    items += found->nodesetval ? found->nodesetval->nodeNr : 0;
    xmlXPathFreeObject(found);
    xmlXPathFreeContext(context);
    xmlFreeDoc(doc);
  }
  printf("%d items of 3 feeds, %d feeds were mended on the way\n", items, errors);
  return items < 6;
}
