from omegaconf import OmegaConf


def connect(cfg):
    print("connecting to", cfg.db.host, "as", cfg.db.user, flush=True)
    return (cfg.db.host, cfg.db.user, cfg.db.password)


def main():
    cfg = OmegaConf.merge(OmegaConf.load("config.yaml"), OmegaConf.from_cli())
    print(OmegaConf.to_yaml(cfg), flush=True)
    connect(cfg)


main()
