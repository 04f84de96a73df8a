BOT_NAME = "shop"
SPIDER_MODULES = ["shop.spiders"]
TELNETCONSOLE_ENABLED = False
