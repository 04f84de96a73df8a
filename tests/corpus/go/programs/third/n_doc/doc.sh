go doc builtin.panic
go doc errors.As
go doc log.Fatalf
