remitSearch.documents("044c88928714de17",623,[["Terms","terms/index.html","",0,[[0,"","","Terms",""],[3,"","","A word that the sources use in a sense of their own.",""]]]])
