<?php
require '/usr/share/php/Twig/autoload.php';

$twig = new Twig\Environment(new Twig\Loader\ArrayLoader([
    'index.html' => "{{ title|upper }}\n",
    'night.html' => "<h1>{{ title|upper }}</h1>\n{% for job in jobs %}\n  <li>{{ job.name|titel }}</li>\n{% endfor %}\n",
]));
foreach (['index.html', 'night.html'] as $page) {
    echo $page, ': ', $twig->render($page, ['title' => 'Night', 'jobs' => [['name' => 'orders']]]), "\n";
}
