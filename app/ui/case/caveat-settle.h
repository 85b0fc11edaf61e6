/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "form/field-editor.h"

G_BEGIN_DECLS

void accord_caveat_settle (AccordFieldEditor *day, AccordFieldEditor *who, gboolean taken,
                           AccordRecord *caveat, const char *today, const char *usual);

G_END_DECLS
