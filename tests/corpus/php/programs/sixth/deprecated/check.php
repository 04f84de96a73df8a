<?php
require 'vendor/autoload.php';
echo (new Night\Mailer())->send('ops@host', 'all well'), " bytes sent\n";
echo (new Night\Mailer())->mass(['ops@host']);
