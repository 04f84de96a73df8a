function(check_option name value)
  if(value STREQUAL "none")
    message(FATAL_ERROR "option ${name} must not be '${value}';\nallowed are: disk, memory") # RAISES
  endif()
endfunction()
