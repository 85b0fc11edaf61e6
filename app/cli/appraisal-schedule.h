/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cba.h"
#include "reader.h"

G_BEGIN_DECLS

AccordSchedule *accord_cli_find_schedule (AccordReader *reader, const AccordCba *cba, const char *name,
                                          GError **error);
void accord_cli_use_schedule (AccordCba *cba, AccordSchedule *schedule);

G_END_DECLS
