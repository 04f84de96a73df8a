<?php
namespace Night;

class Mailer
{
    public function send($to = null, $body)
    {
        $this->last = utf8_encode($body);
        return strlen($this->last);
    }
}
