remitSearch.documents("044c88928714de17",616,[["Actors","actors/index.html","",0,[[0,"","","Actors",""],[3,"","","A role that brings someone under a law, such as operators or member states.",""]]]])
