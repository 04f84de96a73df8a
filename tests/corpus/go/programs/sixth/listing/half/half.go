package half

func Broken( {
