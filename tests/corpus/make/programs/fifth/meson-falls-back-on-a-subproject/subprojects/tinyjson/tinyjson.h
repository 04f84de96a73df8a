const char* tinyjson_error(int code);
