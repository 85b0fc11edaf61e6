/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "appraisal-json-private.h"
#include "json-text.h"

G_BEGIN_DECLS

/**
 * AccordJsonWriting:
 * @json: what is written
 * @cba: the analysis that is
 * @schedules: (element-type utf8): what its schedules are called in the file, each by a name of its own
 * @series: (element-type utf8): what its price series are called, likewise
 *
 * An appraisal on its way into a file.
 */
typedef struct
{
  AccordJsonText json;
  const AccordCba *cba;
  GPtrArray *schedules;
  GPtrArray *series;
} AccordJsonWriting;

void accord_json_write_option (AccordJsonWriting *self, const AccordCbaOption *option);

G_END_DECLS
