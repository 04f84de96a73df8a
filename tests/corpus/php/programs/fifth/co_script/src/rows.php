<?php
return [["bolt", 12], ["nut", -3], ["washer", 40]];
