<?php
$pages = ['a' => "<html><body><nav>News</nav><p>Error <b>404</p></body>", 'b' => '', 'c' => "<p>Fatal error: none today &copyright; & more</p>"];
mkdir('/tmp/php-scrape');
mkdir('/tmp/php-scrape');
$texts = [];
foreach ($pages as $name => $html) {
    $doc = new DOMDocument();
    try {
        $doc->loadHTML($html);
        $texts[$name] = trim($doc->textContent);
    } catch (ValueError $error) {
        echo "page $name: {$error->getMessage()}, an empty text is kept\n";
        $texts[$name] = '';
    }
}
$old = unserialize('O:4:"Item":1:{s:3:"sku');
$old === false && print("old cache is of no use, begun anew\n");
$count = $texts['d'] ?? 0;
echo iconv('UTF-8', 'ASCII//IGNORE', "naïve") ?: 'naive', "\n";
rmdir('/tmp/php-scrape');
rmdir('/tmp/php-scrape');
printf("%d pages scraped, %d errors\n", count($texts), 0);
