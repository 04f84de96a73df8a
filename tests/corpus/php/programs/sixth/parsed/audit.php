<?php
require_once '/usr/share/php/PhpParser/autoload.php';
use PhpParser\ErrorHandler\Collecting;
use PhpParser\ParserFactory;

$parser = (new ParserFactory())->create(ParserFactory::PREFER_PHP7);
$sources = ['cart.php' => "<?php\nclass Cart {\n  function add(\$x) { return \$x + ; }\n}\n", 'page.phtml' => "<?php if (\$a): ?>\n<p>\n",
    'good.php' => "<?php\necho 'Fatal error';\n", 'odd.php' => "<?php\n\$s = 'open;\n"];
$classes = 0;
foreach ($sources as $name => $code) {
    $errors = new Collecting();
    $tree = $parser->parse($code, $errors);
    foreach ($errors->getErrors() as $error) {
        echo "$name: ", $error->getMessage(), "\n";
    }
    echo "$name: ", $tree === null ? 'nothing recovered' : count($tree) . ' statements', $errors->hasErrors() ? ' (recovered)' : '', "\n";
}
echo "audit: 4 sources read\n";
