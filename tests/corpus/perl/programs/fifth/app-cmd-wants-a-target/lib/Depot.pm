package Depot;
use App::Cmd::Setup -app;
1;
