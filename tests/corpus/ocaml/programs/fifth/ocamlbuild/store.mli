type t
val create : string -> t
val put : t -> key:string -> string -> (unit, string) result
