remitSearch.documents("9354b63951384a65",616,[["Actors","actors/index.html","",0,[[0,"","","Actors",""],[3,"","","A role that brings someone under a law, such as operators or member states.",""]]]])
