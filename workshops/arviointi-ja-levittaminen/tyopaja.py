# %% [markdown]
# # Arviointi ja levittäminen
#
# Kaksi tuntia, joiden aikana näette, mitä vuosi on antanut jäsenille, verkostolle ja
# taustaorganisaatioille. Lopuksi sovitte, kenelle kerrotte siitä ja mistä uusi kierros alkaa.
# Ohjaajan opas on samassa kansiossa: [opas.md](opas.md).
#
# ## Ennen kuin väki tulee
#
# - Pyydä jäseniä kysymään omasta organisaatiostaan, mitä verkostosta on saatu.
# - Ota esiin, mitä vuosi sitten sovitte, ja viime vuoden kuvat, jos niitä on.

# %% [markdown]
# ## Ohjaamo
#
# Avaa tästä valkokangas projektorille. Osallistujat liittyvät puhelimella, nimeä ei kysytä. Jos
# työpaja jäi kesken, se jatkuu samasta kohdasta.

# %%
import verkostotyokalut as vt

session = vt.open_session("arviointi-ja-levittaminen")
vt.Console(session)

# %% [markdown]
# ## Missä kohdassa sykliä olemme
#
# Arvioinnista alkaa seuraava kierros. Kun olet näyttänyt tulokset, ne näkyvät myös tällä kehällä.

# %%
vt.Cycle(session)

# %% [markdown]
# ## Mihin tämä kuuluu
#
# Kartalla on koko menetelmä. Värillisistä osista on jo kysytty tässä työpajassa, harmaista ei
# vielä. Harmaista voi valita seuraavan työpajan.

# %%
vt.FrameworkMap(session)

# %% [markdown]
# ## Lopuksi
#
# Lukekaa ääneen, kenelle kerrotte vuodestanne, kuka kertoo ja mitä muutatte, kun uusi kierros
# alkaa.

# %% [markdown]
# ## Haluatko muuttaa työpajaa?
#
# Kopioi muistikirja toisella nimellä, niin voit kirjoittaa väliin omia ohjeitasi ja ottaa mukaan
# vain ne osat, jotka tarvitset. Jos haluat muuttaa vaiheita, kysymyksiä tai minuutteja, tee oma
# työpaja komennolla `verkostotyokalut new workshop oma-tyopaja` ja vaihda sen tunnus sanan
# `arviointi-ja-levittaminen` tilalle.
