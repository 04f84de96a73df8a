<?php
echo "one\n";
