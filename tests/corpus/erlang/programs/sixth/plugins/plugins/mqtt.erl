-module(mqtt).
-behaviour(emqtt_handler).
-include_lib("emqtt/include/emqtt.hrl").
-export([publish/2]).

publish(Topic, Payload) -> emqtt:publish(#mqtt_msg{topic = Topic, payload = Payload}).
