"""Takes readings from a broker that is restarted meanwhile."""
import logging
import subprocess
import threading
import time

import paho.mqtt.client as mqtt

logging.basicConfig(level=logging.DEBUG, format="%(asctime)s %(name)-6s %(levelname)-7s %(message)s", datefmt="%H:%M:%S")
log = logging.getLogger("bridge")
CONFIG = "/app/broker.conf"
open(CONFIG, "w").write("listener 18446 127.0.0.1\nallow_anonymous true\nlog_timestamp false\n")


def broker():
    return subprocess.Popen(["/usr/sbin/mosquitto", "-c", CONFIG], stderr=subprocess.STDOUT)


def on_connect(client, data, flags, code):
    log.info("connected: %s", mqtt.connack_string(code))
    client.subscribe("meters/#", qos=1)


def on_disconnect(client, data, code):
    if code:
        log.error("connection lost: %s", mqtt.error_string(code))


def on_message(client, data, message):
    log.info("%s -> %d", message.topic, int(message.payload))
    received.append(int(message.payload))
    enough.set() if len(received) == 4 else None


received, enough = [], threading.Event()
running = broker()
time.sleep(0.4)
client = mqtt.Client("bridge-1")
client.enable_logger(logging.getLogger("mqtt"))
client.suppress_exceptions = True
client.on_connect, client.on_disconnect, client.on_message = on_connect, on_disconnect, on_message
client.reconnect_delay_set(1, 1)
client.connect("127.0.0.1", 18446)
client.loop_start()
time.sleep(0.4)
for payload in ("17", "error", "18"):
    client.publish("meters/a", payload, qos=1)
time.sleep(0.5)
running.terminate()
running.wait()
time.sleep(1.2)
running = broker()
time.sleep(1.5)
for payload in ("19", "20"):
    client.publish("meters/a", payload, qos=1)
enough.wait(5)
client.disconnect()
running.terminate()
running.wait()
log.info("%d readings bridged", len(received))
