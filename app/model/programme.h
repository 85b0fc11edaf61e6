/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_PROGRAMME (accord_programme_get_type ())

/**
 * AccordProgramme:
 *
 * A programme of change that a place carries out.
 */
ACCORD_DECLARE_RECORD (AccordProgramme, accord_programme, PROGRAMME)

G_END_DECLS
