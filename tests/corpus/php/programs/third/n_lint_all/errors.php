<?php
class FatalError extends Exception
{
}
