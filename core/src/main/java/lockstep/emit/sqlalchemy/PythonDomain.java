package lockstep.emit.sqlalchemy;

import lockstep.schema.Domain;
import lockstep.schema.QualifiedName;

/// A domain and the variable that holds its type.
record PythonDomain(QualifiedName name, Domain domain, String variable) {}
