val send : string -> unit
