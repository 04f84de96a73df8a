<?php
require_once '/usr/share/php/JsonSchema/autoload.php';
require_once '/usr/share/php/Symfony/Component/Yaml/autoload.php';
use JsonSchema\Validator;
use Symfony\Component\Yaml\Exception\ParseException;
use Symfony\Component\Yaml\Yaml;

$schema = (object) ['type' => 'object', 'required' => ['id', 'mail'], 'properties' => (object) [
    'id' => (object) ['type' => 'integer', 'minimum' => 1], 'mail' => (object) ['type' => 'string', 'format' => 'email']]];
$orders = ["id: 7\nmail: a@host.example", "id: 0\nmail: nobody", "id: seven", "id: 9\n mail: b@host.example\n\tx", "id: 10\nmail: c@host.example"];
$tray = 0;
foreach ($orders as $n => $text) {
    $log = fn (string $level, array $more) => print json_encode(['level' => $level, 'order' => $n] + $more, JSON_UNESCAPED_SLASHES) . "\n";
    try {
        $order = (object) Yaml::parse($text);
        $validator = new Validator();
        $validator->validate($order, $schema);
        $errors = array_map(fn ($e) => "[{$e['property']}] {$e['message']}", $validator->getErrors());
        $errors ? $tray++ : null;
        $log($errors ? 'warning' : 'info', ['valid' => !$errors, 'errors' => $errors]);
    } catch (ParseException $error) {
        $tray++;
        $log('error', ['exception' => $error::class, 'message' => $error->getMessage(), 'trace' => explode("\n", $error->getTraceAsString()), 'handled' => true]);
    }
}
echo json_encode(['level' => 'info', 'orders' => count($orders), 'tray' => $tray, 'error' => null]), "\n";
