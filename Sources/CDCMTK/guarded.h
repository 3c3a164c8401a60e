#pragma once

#include "CDCMTK.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <cstdio>
#include <new>

static_assert(PACKAGE_VERSION_NUMBER >= 366, "written for DCMTK 3.6.6 and later");

inline cdcmtk_condition condition(const OFCondition &c) noexcept {
  cdcmtk_condition r = {};
  if (c.bad()) {
    r.module = c.module();
    r.code = c.code();
    snprintf(r.text, sizeof r.text, "%s", c.text());
  }
  return r;
}

/// Runs `body`; no C++ exception crosses the C ABI.
template <typename Body>
cdcmtk_condition guarded(Body body) noexcept {
  try {
    return condition(body());
  } catch (const std::bad_alloc &) {
    return condition(EC_MemoryExhausted);
  } catch (...) {
    return condition(EC_InternalError);
  }
}
