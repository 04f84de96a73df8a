from sklearn.datasets import make_classification
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GridSearchCV

x, y = make_classification(n_samples=300, n_features=8, random_state=3)
grid = GridSearchCV(LogisticRegression(solver="lbfgs", max_iter=3), {"penalty": ["l1", "l2"], "C": [0.1, 1.0]}, cv=3, verbose=2)
grid.fit(x, y)
print("best", grid.best_params_, "score %.3f" % grid.best_score_)
