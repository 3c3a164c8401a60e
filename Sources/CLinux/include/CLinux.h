#ifndef CLINUX_H
#define CLINUX_H

/// syncfs(2), which Glibc's Swift overlay leaves out since it is a GNU extension.
int clinux_syncfs(int descriptor);

#endif
