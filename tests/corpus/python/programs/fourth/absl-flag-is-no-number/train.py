from absl import app, flags, logging

FLAGS = flags.FLAGS
flags.DEFINE_integer("steps", 100, "How many steps to train.")
flags.DEFINE_string("data", "data", "Where the shards are.")


def main(argv):
    logging.info("training for %d steps", FLAGS.steps)


if __name__ == "__main__":
    app.run(main)
